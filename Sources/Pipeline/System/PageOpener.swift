import Foundation

/// Shows a page in the browser of whoever sits at the machine.
public enum PageOpener {
  private static let programs = ["xdg-open", "open"]

  /// Where a browser finds a file: `file:///…`.
  public static func address(of path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.absoluteString
  }

  /// Does not wait for the browser.
  ///
  /// - Returns: what to say where there is nothing to open pages with; nil where it was asked.
  public static func open(_ path: String) -> String? {
    let address = address(of: path)
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
    let found = programs.lazy.flatMap { program in folders.map { "\($0)/\(program)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { return "没有打开网页的程序 (\(programs.joined(separator: "、"))), 请在浏览器中打开 \(address)" }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: found)
    process.arguments = [address]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return "\(found) 不能运行, 请在浏览器中打开 \(address)" }
    return nil
  }
}
