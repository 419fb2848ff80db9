import Documents
import Domain
import Foundation
import Stages
import Tabular

/// Scans for personal data for the command line.
public struct PersonalDataReport {
  private let names: PersonNames?

  /// - Parameter names: a file with one name a line (UTF-8 or GB18030); nil where names are not looked for.
  /// - Throws: `PipelineError` TF755 where the file holds no name, TF622 where it cannot be read.
  public init(names path: String?) throws {
    names = try path.map(PersonalDataReport.names)
  }

  /// Scans all `paths` and calls `say` with a line for each leak as it is found, and with the counts at the end.
  ///
  /// - Returns: true where there are none, and nothing was left out.
  /// - Throws: `PipelineError` TF500 where there is nothing at a path.
  public func run(_ paths: [String], say: (String) -> Void) throws -> Bool {
    SQLiteLog.start()
    return try withoutActuallyEscaping(say) { say in
      let counter = Counter()
      var scan = PersonalDataScan(PersonalDataScanner(latest: Clock.today(), names: names)) { finding in
        counter.count += 1
        say("\(finding.file)  \(finding.place)  \(finding.kind.rawValue)  \(finding.masked)")
      }
      for path in paths {
        do { try scan.run(path) } catch { throw Failure.error(error, at: path) }
      }
      for line in scan.unseen { say("没有看  \(line)") }
      let unseen = scan.unseen.isEmpty ? "" : ", 另有 \(scan.unseen.count) 处没有看"
      say("扫描完毕: \(counter.count) 处\(unseen)")
      return counter.count == 0 && scan.unseen.isEmpty
    }
  }

  private final class Counter { var count = 0 }

  private static func names(_ path: String) throws -> PersonNames {
    let bytes: [UInt8]
    do { bytes = try FileTree.bytes(of: path) } catch { throw Failure.error(error, at: path) }
    let encoding: TextEncoding = bytes.withUnsafeBufferPointer { TextEncoding.utf8.isValid($0) } ? .utf8 : .gb18030
    let text = bytes.withUnsafeBufferPointer { encoding.decoded($0) } ?? bytes
    let lines = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline)
    let names = PersonNames(
      lines.map { $0.trimmingCharacters(in: .whitespacesAndNewlines.union(.init(charactersIn: "\u{FEFF}"))) })
    guard names.count > 0 else {
      throw PipelineError(.noNames, .data, at: path, "没有姓名", remedy: "一行写一个姓名, 至少两个字")
    }
    return names
  }
}
