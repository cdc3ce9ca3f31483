"""Article -> who is mentioned and what is said: trees, mentions, links, propositions."""
