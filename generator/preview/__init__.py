"""The preview server: the site from memory, on loopback, changing while the content is edited."""
