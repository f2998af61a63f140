"""Looking inside the evidence documents, on demand: from the bytes of a document to findings about it."""
