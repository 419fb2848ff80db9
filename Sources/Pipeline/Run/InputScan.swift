import Domain
import Foundation
import Logging
import Stages

/// Finds the files of all inputs, in the order in which they are taken.
struct InputScan {
  struct Item {
    let path: String
    let source: SourceSpec
    let recipe: String

    /// True where the file was written to less than `settleSeconds` ago and no `<file>.done` says that it is complete.
    func mayGrow(settleSeconds: Int) -> Bool {
      Fingerprint.age(of: path) < Double(settleSeconds) && !FileManager.default.fileExists(atPath: "\(path).done")
    }
  }

  private let spec: PipelineSpec
  private let log: Logger

  init(_ spec: PipelineSpec, log: Logger) {
    self.spec = spec
    self.log = log
  }

  /// - Parameter errors: takes a `PipelineError` TF101 for each input without files.
  func items(_ errors: inout [PipelineError]) throws -> [Item] {
    var items: [Item] = []
    for input in spec.inputs {
      do {
        let recipe = try Recipe.digest(input.source, spec.book)
        items += try Inbox.files(matching: input.pattern).map { Item(path: $0, source: input.source, recipe: recipe) }
      } catch let error as PipelineError {
        errors.append(error)
      }
    }
    return items
  }
}
