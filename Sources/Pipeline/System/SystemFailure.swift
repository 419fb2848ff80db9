import Domain
import Foundation

/// The kinds of system errors, as a user has to deal with them.
enum SystemFailure {
  case full
  case broken
  case busy
  case refused

  init(_ number: Int32) {
    switch number {
    case ENOSPC, EDQUOT, EFBIG: self = .full
    case EIO: self = .broken
    case EWOULDBLOCK: self = .busy
    default: self = .refused
    }
  }

  var exit: PipelineError.Exit {
    switch self {
    case .full, .broken: .io
    case .busy: .tryAgain
    case .refused: .cannotCreate
    }
  }

  var remedy: String {
    switch self {
    case .full: "腾出磁盘空间后重新运行; 已收的文件不会丢失"
    case .broken: "检查磁盘后重新运行; 已收的文件不会丢失"
    case .busy: "等它结束后再运行"
    case .refused: "检查文件夹是否存在, 是否可写"
    }
  }
}

extension NSError {
  /// The errno behind an error of Foundation; nil where there is none.
  var systemError: Int32? {
    if domain == NSPOSIXErrorDomain { return Int32(code) }
    if let inner = userInfo[NSUnderlyingErrorKey] as? NSError { return inner.systemError }
    guard domain == NSCocoaErrorDomain else { return nil }
    switch CocoaError.Code(rawValue: code) {
    case .fileWriteOutOfSpace: return ENOSPC
    case .fileWriteNoPermission, .fileReadNoPermission: return EACCES
    case .fileNoSuchFile, .fileReadNoSuchFile: return ENOENT
    case .fileWriteUnknown, .fileReadUnknown: return EIO
    default: return nil
    }
  }
}
