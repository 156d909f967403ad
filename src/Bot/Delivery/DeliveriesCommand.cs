using System.Globalization;
using Bot.Storage;
using Bot.Storage.Deliveries;

namespace Bot.Delivery;

/// <summary>"deliveries [list | send-again [CONVERSATION]] [--SETTING=VALUE …]": what could not be delivered, and puts it into the queue again; works beside the running server.</summary>
public static class DeliveriesCommand
{
    private const string Usage = "Cách dùng: deliveries list | deliveries send-again [CUỘC-TRÒ-CHUYỆN] [--Data:Path=… | --Storage:Postgres=…]";

    /// <summary>Runs the command and returns the exit code.</summary>
    public static Task<int> RunAsync(string[] arguments, TimeProvider time, TextWriter output)
    {
        var words = arguments.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).ToArray();
        return StoreCommand.RunAsync(arguments, output, async (_, database) =>
        {
            var log = new DeliveryLog(database, time);
            switch (words)
            {
                case [] or ["list"]:
                    List(log, output);
                    return 0;
                case ["send-again"] or ["send-again", _]:
                    output.WriteLine($"{await log.SendAgainAsync(words.ElementAtOrDefault(1))} câu trả lời được gửi lại; máy chủ đang chạy sẽ gửi trong vài giây.");
                    return 0;
                default:
                    output.WriteLine(Usage);
                    return 2;
            }
        });
    }

    private static void List(DeliveryLog log, TextWriter output)
    {
        var all = log.List();
        foreach (var reply in all)
            output.WriteLine($"{reply.Conversation} {reply.Seq} {reply.Channel} {Name(reply.Status)}, {reply.Tries} lần, từ {reply.Created.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}{(reply.Trouble is { } trouble ? ": " + trouble : "")}");
        output.WriteLine($"{all.Count} câu trả lời chưa gửi được");
    }

    private static string Name(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Queued => "đang chờ gửi",
        DeliveryStatus.Waiting => "chờ người dân nhắn lại",
        _ => "đã thôi gửi",
    };
}
