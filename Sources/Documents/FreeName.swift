/// Names for what is kept and must not be written over.
public enum FreeName {
  /// The letters and digits of a text, with hyphens for what does not belong in a name.
  public static func words(_ text: String) -> String {
    text.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// `<stem><ending>` in `folder`, or the first of `<stem>-2<ending>`, `<stem>-3<ending>` … that is not there yet.
  public static func path(in folder: String, _ stem: String, _ ending: String) -> String {
    let first = "\(folder)/\(stem)\(ending)"
    guard FileTree.exists(first) else { return first }
    var number = 2
    while FileTree.exists("\(folder)/\(stem)-\(number)\(ending)") { number += 1 }
    return "\(folder)/\(stem)-\(number)\(ending)"
  }
}
