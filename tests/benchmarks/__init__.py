"""Speed and size, measured against the bare libraries in the same run."""
