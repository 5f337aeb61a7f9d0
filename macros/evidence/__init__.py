"""What ties our sentences to the sources' words, without keeping those words."""
