import Foundation
import Testing
import Warehouse

@Suite struct WriteBehindTests {
  @Test func leavesTheFileAsItIs() throws {
    let path = NSTemporaryDirectory() + "write-behind-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(repeating: 7, count: 1 << 20).write(to: URL(fileURLWithPath: path))
    let writeBehind = WriteBehind(path: path)
    for _ in 0..<5 { writeBehind.push() }
    writeBehind.close()
    // Once closed it does nothing any more: its number may be another file's.
    writeBehind.push()
    writeBehind.close()
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(repeating: 7, count: 1 << 20))
  }

  @Test func aFileThatIsNotThereIsNoMatter() {
    let writeBehind = WriteBehind(path: "/nowhere/at/all")
    writeBehind.push()
    writeBehind.close()
  }
}
