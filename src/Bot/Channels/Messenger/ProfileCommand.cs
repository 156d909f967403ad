using Bot.Channels.Webhooks;
using Bot.Content;
using Bot.Delivery;
using Bot.Operation.Settings;
using Knowledge.Notices;

namespace Bot.Channels.Messenger;

/// <summary>"messenger-profile [--SETTING=VALUE …]": sets what citizens see before they write: greeting, the button to begin, the menu.</summary>
public static class ProfileCommand
{
    private const int LongestGreeting = 160;
    private const int LongestTitle = 30;
    private const int MostItems = 20;

    /// <summary>Runs the command and returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments, TimeProvider time, TextWriter output)
    {
        try
        {
            var configuration = CommandSettings.Read(arguments);
            if (MessengerOptions.From(configuration, out var missing) is not { } options) throw new BadSettingException("Chưa có cài đặt " + string.Join(", ", missing.Select(name => MessengerOptions.Section + name)));
            var edition = Edition.ReadFrom(configuration);
            var (greeting, items) = (edition.Wording.Say("messenger.greeting"), edition.Wording.Items("messenger.menu"));
            if (greeting.Length > LongestGreeting) throw new BadSettingException($"replies.md: «messenger.greeting» dài {greeting.Length} chữ, nhiều nhất {LongestGreeting}");
            if (items.Length > MostItems || items.Any(item => item.Length > LongestTitle)) throw new BadSettingException($"replies.md: «messenger.menu» có nhiều nhất {MostItems} mục, mỗi mục nhiều nhất {LongestTitle} chữ");
            using var client = new ChannelClient(DeliveryOptions.From(configuration), time);
            var channel = new MessengerChannel(options, client);
            var (answer, failure) = await channel.PostAsync(channel.Profile, MessengerJson.Profile(greeting, items), CancellationToken.None);
            var sending = failure ?? GraphErrors.Read(answer!);
            output.WriteLine(sending == Sending.Accepted ? $"Đã đặt lời chào, nút bắt đầu và {items.Length} mục của trình đơn." : "Facebook không nhận: " + sending);
            return sending == Sending.Accepted ? 0 : 1;
        }
        catch (BadSettingException error)
        {
            output.WriteLine(error.Message);
            return 1;
        }
    }
}
