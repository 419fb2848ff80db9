import Foundation

/// The wish of a signal that the run end: noted by whoever hears it, polled by whoever works.
public final class Interruption: @unchecked Sendable {
  private let lock = NSLock()
  // All of the state below is guarded by `lock`.
  private var signal: Int32?
  private var hasBegun = false
  private var isHeeded = false
  private var isReported = false
  private var breakOff: (@Sendable () -> Void)?

  public init() {}

  /// Notes the wish; the first signal counts.
  public func request(_ signal: Int32) {
    lock.withLock { if self.signal == nil { self.signal = signal } }
  }

  /// Says that from here on there is something to be put in order at the end.
  public func begin() { lock.withLock { hasBegun = true } }

  /// False while nothing has been touched: then the process may end at once.
  public var isAtWork: Bool { lock.withLock { hasBegun } }

  /// What to say of it; nil while nobody wishes the end.
  public var error: PipelineError? {
    guard let signal = lock.withLock({ signal }) else { return nil }
    let names: [Int32: String] = [SIGHUP: "SIGHUP", SIGINT: "SIGINT", SIGTERM: "SIGTERM"]
    return PipelineError(
      .signalled, PipelineError.Exit(rawValue: 128 + signal) ?? .terminated, at: "talentflow",
      "收到信号 \(names[signal] ?? "\(signal)"), 运行已停止; 数据没有丢失, 已收的文件在仓库里, 没收完的一行也没有进去",
      remedy: "再运行一次即接着做完")
  }

  /// - Throws: `PipelineError` TF690 once a signal has wished the end.
  public func check() throws {
    guard let error else { return }
    heed()
    throw error
  }

  /// Says that the work has stopped: from here on nothing is broken off any more.
  public func heed() { lock.withLock { isHeeded = true } }

  /// What breaks off a long call that cannot poll (a database statement); nil when there is none any more.
  public func setBreakOff(_ body: (@Sendable () -> Void)?) { lock.withLock { breakOff = body } }

  /// Breaks off the long call that may be under way.
  public func breakOffCall() {
    lock.withLock { if !isHeeded { breakOff?() } }
  }

  /// True for the first who asks: the end is told once.
  public func claimReport() -> Bool {
    lock.withLock {
      defer { isReported = true }
      return !isReported
    }
  }
}
