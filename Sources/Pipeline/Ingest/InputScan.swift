import Domain
import Foundation
import Stages

/// Finds the files of all inputs, in the order in which they are taken.
enum InputScan {
  struct Item {
    let path: String
    let input: PipelineSpec.Input

    var source: SourceSpec { input.source }

    /// As the ledger names the file.
    var name: String { Export(path: path).name }
    /// As messages name it.
    var place: String { Export(path: path).place }

    /// True where the file was written to less than `settleSeconds` ago and no `<file>.done` says that it is complete.
    func mayGrow(settleSeconds: Int) -> Bool {
      Fingerprint.age(of: path) < Double(settleSeconds) && !FileManager.default.fileExists(atPath: "\(path).done")
    }

    /// What the ledger knows its content by: one, or one a member; none for an archive that cannot be read, as nothing
    /// of it was ever taken.
    func digests() throws -> [String] {
      let digest = try Fingerprint(of: path).sha256
      guard Packing(path) == .zip else { return [digest] }
      do { return try ZipExports(of: path).digests(archiveDigest: digest) } catch let error as PipelineError
        where error.exit == .data
      {
        return []
      }
    }
  }

  /// The files of an input, and what must not be taken. What the program writes itself, below the folder of the work, may
  /// not be there yet.
  ///
  /// - Throws: `PipelineError` TF101 where there are no files.
  static func found(_ input: PipelineSpec.Input, _ spec: PipelineSpec) throws -> (
    files: [String], refused: [PipelineError]
  ) {
    do { return try Inbox.files(matching: input.pattern) } catch let error as PipelineError
      where error.code == .noFile && input.pattern.hasPrefix("\(spec.work)/")
    {
      return ([], [])
    }
  }

  /// - Parameter errors: takes a `PipelineError` for each input without files and each link that is not followed.
  static func items(_ spec: PipelineSpec, _ errors: inout [PipelineError]) throws -> [Item] {
    var items: [Item] = []
    for input in spec.inputs {
      do {
        let found = try found(input, spec)
        items += found.files.map { Item(path: $0, input: input) }
        // Inputs may share a folder.
        errors += found.refused.filter { new in !errors.contains { $0.place == new.place && $0.code == new.code } }
      } catch let error as PipelineError {
        errors.append(error)
      }
    }
    return items
  }
}
