"""One function a page, in one module a group of pages."""
