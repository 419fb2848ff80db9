import Documents
import Domain
import Foundation
import Tabular

/// The bytes of an export as they are unpacked, and what identifies it once they have all been read.
public final class ExportStream: ByteStream {
  private let path: String
  private let body: (UnsafeMutableRawBufferPointer) throws -> Int
  private let makeDigest: () -> String
  private let hashing: HashingStream?
  /// Why reading failed, where it was not the system: a stream can only say that it did.
  public private(set) var failure: PipelineError?

  init(path: String, digest: @escaping () -> String, read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
    (self.path, makeDigest, body, hashing) = (path, digest, read, nil)
  }

  /// - Parameter hashing: passes the bytes of the file as it lies in the inbox.
  init(path: String, hashing: HashingStream, read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
    (self.path, makeDigest, body, self.hashing) = (path, { hashing.sha256 }, read, hashing)
  }

  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    do { return try body(buffer) } catch let error as ReadError {
      throw error
    } catch let error as FileFailure {
      throw .system(operation: error.operation, path: error.path, errno: error.errno)
    } catch {
      failure = error as? PipelineError
      throw .system(operation: "unpack", path: path, errno: EBADMSG)
    }
  }

  /// What the ledger knows it by; to be asked after the last byte.
  public var digest: String { makeDigest() }

  /// True where as many bytes were read of the file as `bytes`; of a member only its own are.
  public func hasRead(_ bytes: Int) -> Bool { hashing.map { $0.count == bytes } ?? true }
}
