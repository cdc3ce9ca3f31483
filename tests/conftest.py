"""What all tests share: generated tests are judged by what they find, not by how busy the machine is."""

from hypothesis import settings

settings.register_profile("kingmaker", deadline=None)
settings.load_profile("kingmaker")
