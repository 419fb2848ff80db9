import Documents
import Foundation
import Tabular

/// An archive that lay in another, as a file that has no name: a ZIP file is read from its end, a stream is not. Whatever
/// ends the program, nothing of it stays.
final class SpooledArchive {
  private let descriptor: Int32

  /// Where it can be opened while this lives.
  var path: String { "/dev/fd/\(descriptor)" }

  /// - Throws: `FileFailure` where there is no room for it; what `stream` throws.
  init(_ stream: any ByteStream) throws {
    var template = Array("\(NSTemporaryDirectory())/talentflow-scan-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileFailure(operation: "mkstemp", path: TemporaryFolder.title, errno: errno) }
    unlink(template)
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { block.deallocate() }
    while case let count = try stream.read(into: block), count > 0 {
      var done = 0
      while done < count {
        let written = write(descriptor, block.baseAddress! + done, count - done)
        guard written > 0 else { throw FileFailure(operation: "write", path: TemporaryFolder.title, errno: errno) }
        done += written
      }
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
