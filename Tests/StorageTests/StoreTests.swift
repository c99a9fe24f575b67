import Testing

@testable import Storage

@Test("A new store is whole and empty")
func emptyStore() throws {
  let store = try Store.inMemory()
  #expect(try store.lastReadNight() == nil)
  #expect(try store.closedThrough() == nil)
  try store.checkIntegrity()
}
