"""What all tests of this folder share."""

from tests.shared_records import shared_records

__all__ = ["shared_records"]
