import Foundation

/// What the system's error numbers mean, in Chinese.
public enum SystemError {
  public static func text(_ number: Int32) -> String {
    switch number {
    case ENOENT: "没有这个文件或文件夹"
    case EACCES, EPERM: "没有权限"
    case ENOSPC, EDQUOT: "磁盘已满"
    case EROFS: "磁盘只读"
    case ENOTDIR: "路径中有一段是文件而不是文件夹"
    case EISDIR: "这是文件夹, 不是文件"
    case EEXIST: "已经存在"
    case EIO: "磁盘读写错误"
    case ENAMETOOLONG: "路径太长"
    case EMFILE, ENFILE: "打开的文件太多"
    default: String(cString: strerror(number))
    }
  }
}
