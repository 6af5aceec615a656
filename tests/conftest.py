"""What tests of several folders use; its place also makes `tests/fake_coder.py` importable."""
