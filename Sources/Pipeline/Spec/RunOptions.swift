import Domain
import Foundation
import Stages

/// What the command line may choose of a run.
public struct RunOptions: Sendable {
  /// Nil: the period of the pipeline file.
  public var period: Period?
  public var languages: [Language]
  /// Threads that decode; the outcome does not depend on it.
  public var workers: Int
  /// Sources whose files are all taken again, whether their content was taken before or not.
  public var again: [String]
  /// Everything is done in a temporary folder and thrown away.
  public var isDryRun: Bool
  /// The catalog is frozen as a final edition.
  public var isFinal: Bool
  /// Why published figures are published anew, and a sentence on it; nil: they are not.
  public var revision: (reason: Revision.Reason, note: String)?
  /// Editions whose hour has not come are made for the bureau itself.
  public var isEmbargoed = false
  /// Editions are published although ones before tell what they hide.
  public var acceptsDisclosed = false
  /// Files are taken although they no longer hold much of what they held.
  public var acceptsWithdrawals = false
  /// File of the key that signs the editions; nil: they are not signed.
  public var signingKey: String?

  public init(
    period: Period? = nil, languages: [Language] = [.zh],
    workers: Int = max(ProcessInfo.processInfo.activeProcessorCount, 1), again: [String] = [], isDryRun: Bool = false,
    isFinal: Bool = false
  ) {
    self.period = period
    self.languages = languages
    self.workers = workers
    self.again = again
    self.isDryRun = isDryRun
    self.isFinal = isFinal
  }
}
