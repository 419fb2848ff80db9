import Documents
import Domain
import Foundation
import Tabular

/// Scans files and folders for personal data, in whatever they are packed.
public struct PersonalDataScan {
  private let scanner: PersonalDataScanner
  private let check: () throws -> Void
  private let found: (PersonalDataFinding) -> Void
  /// What could not be looked at, one line each, in Chinese.
  public private(set) var unseen: [String] = []
  /// Files that were looked at, members not counted.
  public private(set) var files = 0

  /// - Parameters:
  ///   - check: called now and then; may throw to give up.
  ///   - found: called for each leak as it is found.
  public init(
    _ scanner: PersonalDataScanner, check: @escaping () throws -> Void = {},
    found: @escaping (PersonalDataFinding) -> Void
  ) {
    (self.scanner, self.check, self.found) = (scanner, check, found)
  }

  /// Scans a file, or all files below a folder; links within a folder that lead to folders are not followed.
  ///
  /// - Throws: `PipelineError` TF500 where there is nothing at `path`; what `check` throws.
  public mutating func run(_ path: String) throws {
    guard FileTree.exists(path) else {
      throw PipelineError(.unreadableFile, .noInput, at: path, "没有这个文件或文件夹", remedy: "检查路径")
    }
    try visit(path, shown: path, isTop: true)
  }

  private mutating func visit(_ path: String, shown: String, isTop: Bool) throws {
    if FileTree.isFolder(path) {
      let entries: [(name: String, isUTF8: Bool)]
      do { entries = try FileTree.entries(in: path) } catch let failure as FileFailure {
        return unseen.append("\(shown): \(SystemError.text(failure.errno))")
      }
      for entry in entries {
        let (inner, own) = ("\(path)/\(entry.name)", "\(shown)/\(name(entry.name, in: shown))")
        if !entry.isUTF8 {
          unseen.append("\(own): 文件名不是 UTF-8 编码")
        } else if FileTree.isFolder(inner), PersonalDataScan.isLink(inner) {
          unseen.append("\(own): 指向文件夹的链接")
        } else {
          try visit(inner, shown: own, isTop: false)
        }
      }
    } else if FileTree.isPlainFile(path) {
      files += 1
      try attempt(shown) { try $0.scan(path, shown) }
    } else if isTop || PersonalDataScan.isLink(path) {
      unseen.append("\(shown): 打不开, 或不是普通文件")
    }
  }

  /// Names are looked at like contents, and shown masked.
  private func name(_ name: String, in folder: String) -> String {
    var own = scanner
    let leaks = own.leaks(in: name)
    let masked = own.masked(name)
    for leak in leaks {
      found(PersonalDataFinding(file: "\(folder)/\(masked)", place: "名称", kind: leak.kind, masked: leak.masked))
    }
    return masked
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Does `body`; notes what keeps a file from being looked at.
  private mutating func attempt(_ shown: String, _ body: (inout PersonalDataScan) throws -> Void) throws {
    do { try body(&self) } catch let error as PipelineError where error.exit == .data {
      unseen.append("\(shown): \(error.message)")
    } catch let error as ReadError {
      guard case .system(_, _, let number) = error else { throw error }
      unseen.append("\(shown): \(SystemError.text(number))")
    } catch let error as FileFailure {
      unseen.append("\(shown): \(SystemError.text(error.errno))")
    }
  }

  private mutating func scan(_ path: String, _ shown: String) throws {
    let stream = try FileStream(path: path)
    let first = try PersonalDataScan.start(of: stream)
    switch ContentKind(first) {
    case .gzip: try scan(try Unpacking.gunzipped(Rejoined(first, stream), place: shown), "\(shown)#gz", isNested: true)
    case .zip: try scanMembers(of: path, shown, areNested: true)
    case .sqlite:
      let values = try scanDatabase(path, shown)
      try scanBytes(stream, first, shown, except: values)
    case .other: try scanBytes(stream, first, shown)
    }
  }

  private mutating func scanMembers(of path: String, _ shown: String, areNested: Bool) throws {
    for (index, member) in try Unpacking.members(of: path).enumerated() {
      let own = "\(shown)#\(index + 1) (\(name(member.name, in: "\(shown)#\(index + 1)")))"
      if member.isRegular { try attempt(own) { try $0.scan(try member.open(), own, isNested: areNested) } }
    }
  }

  /// What was packed once may be packed twice: a workbook in an archive.
  private mutating func scan(_ stream: ExportStream, _ shown: String, isNested: Bool) throws {
    do {
      let first = try PersonalDataScan.start(of: stream)
      switch ContentKind(first) {
      case .gzip where isNested:
        let inner = try Unpacking.gunzipped(Rejoined(first, stream), place: shown)
        try scan(inner, "\(shown)#gz", isNested: false)
      case .zip where isNested:
        let inner = try SpooledArchive(Rejoined(first, stream))
        try withExtendedLifetime(inner) { try scanMembers(of: inner.path, shown, areNested: false) }
      case .gzip, .zip: unseen.append("\(shown): 压缩包中的压缩包")
      case .sqlite:
        try scanBytes(stream, first, shown)
        unseen.append("\(shown): 压缩着的 SQLite 文件, 其中的文字块没有解开; 请先解压")
      case .other: try scanBytes(stream, first, shown)
      }
    } catch let error as ReadError {
      throw stream.failure ?? error
    }
  }

  private mutating func scanDatabase(_ path: String, _ shown: String) throws -> Set<String> {
    var scan = DatabaseScan(scanner, check: check)
    do {
      let broken = try scan.run(path) { place, leak in
        found(PersonalDataFinding(file: shown, place: place, kind: leak.kind, masked: leak.masked))
      }
      unseen += broken.map { "\(shown): \($0)" }
    } catch let error as PipelineError {
      throw error
    } catch {
      unseen.append("\(shown): 作为 SQLite 仓库打不开 (\(error)), 只看了文件的字节")
    }
    return scan.values
  }

  private mutating func scanBytes(
    _ stream: any ByteStream, _ first: [UInt8], _ shown: String, except known: Set<String> = []
  ) throws {
    var scan = StreamScan(scanner, check: check)
    try scan.run(stream, first: first) { place, leak in
      guard !known.contains(leak.value) else { return }
      let text =
        switch place {
        case .line(let number): "第 \(number) 行"
        case .byte(let offset): "第 \(offset) 字节"
        }
      found(PersonalDataFinding(file: shown, place: text, kind: leak.kind, masked: leak.masked))
    }
  }

  /// The first bytes of a stream, as many as tell what it is.
  private static func start(of stream: any ByteStream) throws(ReadError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 64)
    var filled = 0
    while filled < bytes.count {
      var got = 0
      var failure: ReadError?
      bytes.withUnsafeMutableBytes {
        do throws(ReadError) {
          got = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
        } catch { failure = error }
      }
      if let failure { throw failure }
      if got == 0 { break }
      filled += got
    }
    return Array(bytes[..<filled])
  }
}
