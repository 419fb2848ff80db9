import Documents
import Domain
import Stages

/// Compares two editions for the command line.
public enum EditionComparison {
  /// Lines of one kind that are printed before the others are only counted.
  private static let mostLines = 200

  /// One line a cell that differs, then a line with their number.
  ///
  /// - Throws: `PipelineError` TF661 (exit 66) where one of them cannot be read.
  public static func lines(_ before: String, _ after: String) throws -> [String] {
    let difference: EditionDifference
    do { difference = try EditionDifference(from: before, to: after) } catch {
      let failure = Failure.error(error, at: "\(before), \(after)")
      throw PipelineError(
        .notAnEdition, .noInput, at: failure.place, failure.message, remedy: "写两期公报或两版目录的文件夹, 或其中的 zip")
    }
    let changes = difference.changes.map { change in
      let place = "\(change.table) \(change.row.joined(separator: "/"))"
      return "\(place) \(change.column): \(change.before ?? "无") → \(change.after ?? "无")"
    }
    let more = changes.count - mostLines
    let rest = more > 0 ? ["… 另有 \(more) 处"] : []
    return difference.formChanges + changes.prefix(mostLines) + rest + [
      "比较了 \(difference.cellCount) 格: \(changes.count) 处不同。"
    ]
  }
}
