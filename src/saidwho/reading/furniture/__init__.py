"""The words of a page that are no part of its report."""
