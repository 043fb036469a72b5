"""Keys: by what a cost is shared, as data (fördelningsnycklar)."""
