import Foundation
import Glibc

/// What one program took.
struct Measurement: CustomStringConvertible {
  /// Seconds.
  let wall: Double
  /// User and system seconds of the program and its children.
  let cpu: Double
  /// Bytes.
  let peakMemory: Int
  let output: String

  /// Runs a program to its end.
  ///
  /// - Throws: `Failed` where it does not end with 0.
  init(program: String, arguments: [String]) throws {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    let start = Date()
    let before = Measurement.usage()
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let after = Measurement.usage()
    guard process.terminationStatus == 0 else { throw Failed(program: program, status: process.terminationStatus) }
    wall = Date().timeIntervalSince(start)
    cpu = after.seconds - before.seconds
    // The largest child so far: exact for the first program, an upper bound for a smaller one behind it.
    peakMemory = after.peak
    output = String(decoding: data, as: UTF8.self)
  }

  struct Failed: Error, CustomStringConvertible {
    let program: String
    let status: Int32
    var description: String { "\(program) ended with \(status)" }
  }

  var description: String {
    String(
      format: "wall %.2f s, CPU %.2f s, peak memory of any program so far %.0f MB", wall, cpu, Double(peakMemory) / 1e6)
  }

  private static func usage() -> (seconds: Double, peak: Int) {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return (seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss * 1024)
  }
}
