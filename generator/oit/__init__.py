"""The domain, pure: catalogues, disclosures, results, measures, and what follows from them."""
