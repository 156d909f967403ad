using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Bot.Operation.Settings;

/// <summary>The failures of a start that the operator can mend, each as the one line that he reads.</summary>
public static class StartFailure
{
    /// <summary>The line; null for a failure that is ours, which keeps its stack trace.</summary>
    public static string? Explain(Exception error) => error switch
    {
        BadSettingException => error.Message,
        IOException { InnerException: AddressInUseException } or AddressInUseException => "Cổng đã có chương trình khác dùng (cài đặt urls): " + error.Message,
        SocketException => "Không mở được cổng (cài đặt urls): " + error.Message,
        FormatException => "Địa chỉ máy chủ không đúng (cài đặt urls): " + error.Message,
        _ => null,
    };
}
