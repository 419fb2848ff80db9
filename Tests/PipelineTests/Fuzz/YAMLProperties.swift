import Declarations
import Domain
import Foundation
import TestSupport

@testable import Pipeline

/// What has to hold of the files that analysts write, whatever is in them: they are read, or refused with a
/// `PipelineError` that names the file. Held against the corpus by the tests, against many mutations of it by
/// `Tests/Fuzz/run.sh yaml`.
enum YAMLProperties {
  /// What does not hold; empty where all is well.
  static func violations(_ bytes: [UInt8]) -> [String] {
    let path = folder.write(bytes)
    return [
      violation { _ = try SourceFile.read("\(path)/source.yaml", TestDatasets.all) },
      violation { _ = try PipelineSpec(file: "\(path)/pipeline.yaml") },
      violation { _ = try RulesFolder.read("\(path)/rules", tables: []) },
      violation { _ = try TableFiles("\(path)/tables").layouts() },
      violation { _ = try MarketTableFile.read(YAMLMap(file: "\(path)/tables/T1.yaml", keys: [])) },
      violation { _ = try PipelineSpec(file: "\(path)/outer.yaml") },
    ].compactMap { $0 }
  }

  private static func violation(_ read: () throws -> Void) -> String? {
    do { try read() } catch let error as PipelineError {
      return error.place.hasPrefix(folder.path) ? nil : "no place: \(error)"
    } catch { return "\(error)" }
    return nil
  }

  /// A project in which the bytes stand for each of the files.
  private final class Folder: Sendable {
    let path = NSTemporaryDirectory() + "fuzz-" + UUID().uuidString

    init() {
      for folder in ["codelists", "rules", "tables"] {
        try? FileManager.default.createDirectory(atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
      }
      // A right pipeline around whatever the source and the rules are.
      let outer = ProjectFolder.pipeline.replacing("\(ProjectFolder.shipped)/rules", with: "rules")
      _ = try? Data(outer.utf8).write(to: URL(fileURLWithPath: "\(path)/outer.yaml"))
    }

    func write(_ bytes: [UInt8]) -> String {
      for name in ["source.yaml", "pipeline.yaml", "rules/bulletin.yaml", "tables/T1.yaml"] {
        _ = try? Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
      }
      return path
    }
  }

  private static let folder = Folder()
}
