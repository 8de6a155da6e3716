"""The print room: papers that are out, signed papers that come home, the print log, the forms."""
