"""The policy window: the versions, one in words, a copy to edit."""
