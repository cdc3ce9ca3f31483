"""The pantry: what the house knows before it reads anything, as data files and their loaders."""
