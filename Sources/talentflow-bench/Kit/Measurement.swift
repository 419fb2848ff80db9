import Foundation
import Glibc

/// What one program took.
struct Measurement: CustomStringConvertible {
  /// Seconds.
  let wall: Double
  /// User and system seconds of the program and its children.
  let cpu: Double
  /// Bytes that the program itself held at most.
  let peakMemory: Int
  let output: String

  /// The program of this build.
  static let talentflow =
    Bundle.main.executableURL!.deletingLastPathComponent().appendingPathComponent("talentflow").path

  /// Runs a program to its end; its standard output is kept, errors go through.
  ///
  /// - Throws: `Failed` where it cannot be started or does not end with 0.
  init(_ command: [String]) throws {
    let log = NSTemporaryDirectory() + "talentflow-bench-\(getpid()).out"
    defer { unlink(log) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    let start = Date()
    var child: pid_t = 0
    guard posix_spawnp(&child, command[0], &actions, nil, &arguments, environ) == 0 else {
      throw Failed(command: command, status: -1)
    }
    var (status, usage): (Int32, rusage) = (0, rusage())
    // The kernel's own figure of a child (ru_maxrss) begins with what this process held when it started it.
    var peak = 0
    while wait4(child, &status, WNOHANG, &usage) == 0 {
      peak = max(peak, Measurement.highWater(of: child))
      usleep(Measurement.pollMicroseconds)
    }
    wall = Date().timeIntervalSince(start)
    guard status == 0 else { throw Failed(command: command, status: status) }
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime)
    peakMemory = peak
    output = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
  }

  private static let pollMicroseconds: UInt32 = 5000

  /// Most bytes that a running process has held so far; 0 where it cannot be told.
  private static func highWater(of process: pid_t) -> Int {
    guard let file = fopen("/proc/\(process)/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, 256, file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard text.hasPrefix("VmHWM:") else { continue }
      return (Int(text.filter(\.isNumber)) ?? 0) * 1024
    }
    return 0
  }

  struct Failed: Error, CustomStringConvertible {
    let command: [String]
    let status: Int32
    var description: String { "\(command.joined(separator: " ")) ended with status \(status)" }
  }

  var description: String {
    String(format: "wall %.2f s, CPU %.2f s, peak memory %.0f MB", wall, cpu, Double(peakMemory) / 1e6)
  }
}
