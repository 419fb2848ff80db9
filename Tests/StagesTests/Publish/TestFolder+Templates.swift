import Foundation
import TestSupport

@testable import Stages

extension TestFolder {
  /// The templates as they are delivered.
  static let templates = Repository.file("Pipelines/templates")

  /// A copy of the templates that a test may spoil.
  func templates(changing file: String, _ change: (String) -> String?) throws -> String {
    let copy = path + "/templates"
    try FileManager.default.copyItem(atPath: TestFolder.templates, toPath: copy)
    let text = try String(contentsOfFile: "\(copy)/\(file)", encoding: .utf8)
    if let changed = change(text) {
      try changed.write(toFile: "\(copy)/\(file)", atomically: true, encoding: .utf8)
    } else {
      try FileManager.default.removeItem(atPath: "\(copy)/\(file)")
    }
    return copy
  }
}

extension TemplateSet {
  private static let read = Result { try TemplateSet(folder: TestFolder.templates) }

  /// The templates as they are delivered, read once for all tests.
  static func shipped() throws -> TemplateSet { try read.get() }
}

extension Texts {
  static func shipped() throws -> Texts { try TemplateSet.shipped().texts }
}
