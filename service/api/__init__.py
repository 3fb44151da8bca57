"""HTTP and nothing else: resources, schemas, problems, limits. What a quote is, `service.quotation` knows."""
