/// How a log that was not written for this format is read as if it were.
package struct Mapping: Sendable {}
