import Domain
import Foundation

/// Errors for programs that read the JSON of a command: where there is no result, they find these in its place.
public enum ErrorReport {
  private struct Entry: Encodable {
    let code, message, place, remedy: String
    let exit: Int32

    init(_ error: PipelineError) {
      (code, message, place, remedy) = ("\(error.code)", error.message, error.place, error.remedy)
      exit = error.exit.rawValue
    }
  }

  /// An object with the one key `errors`.
  public static func json(_ errors: [PipelineError]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Texts and whole numbers can always be encoded.
    let data = try? encoder.encode(["errors": errors.map(Entry.init)])
    return String(decoding: data ?? Data(#"{"errors": []}"#.utf8), as: UTF8.self)
  }
}
