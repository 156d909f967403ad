using System.Buffers;
using System.Globalization;
using System.Text;
using Bot.Storage.Activities;

namespace Bot.Channels.DirectLine;

/// <summary>Writes an ActivitySet from the log: its JSON is there already and is only put together.</summary>
internal static class SetJson
{
    public static byte[] Write(IReadOnlyList<LoggedActivity> activities, long watermark)
    {
        var set = new ArrayBufferWriter<byte>(64 + activities.Sum(a => a.Json.Length + 1));
        set.Write("{\"activities\":["u8);
        for (var i = 0; i < activities.Count; i++)
        {
            if (i > 0) set.Write(","u8);
            set.Write(activities[i].Json);
        }
        set.Write("],\"watermark\":\""u8);
        set.Write(Encoding.ASCII.GetBytes(watermark.ToString(CultureInfo.InvariantCulture)));
        set.Write("\"}"u8);
        return set.WrittenSpan.ToArray();
    }
}
