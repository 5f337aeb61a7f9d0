"""From YAML text to models: plain values with their places, then records, with every problem on the way."""
