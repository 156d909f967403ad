using StandIns.Serving;
using StandIns.Webhooks;

namespace Bot.Tests.Channels.Contract;

/// <summary>
/// A channel as the contract sees it: the stand-in of its server, the settings that the bot needs for it, how its webhooks are made and how what
/// arrived is read. A new channel is a class of this kind and a line in <see cref="All"/>.
/// </summary>
internal abstract class PushChannel(StandIn server, Hosting.ManualTime time) : IAsyncDisposable
{
    private static readonly Dictionary<string, Func<Hosting.ManualTime, Task<PushChannel>>> All = new()
    {
        ["Zalo"] = async time => await ZaloPush.StartAsync(time),
        ["Messenger"] = async time => await MessengerPush.StartAsync(time),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public StandIn Server => server;

    public Hosting.ManualTime Time => time;

    /// <summary>What it is called in the store.</summary>
    public abstract string Stored { get; }

    /// <summary>Where its webhooks come in.</summary>
    public abstract string Path { get; }

    /// <summary>A part of the path of every call that sends, and of no other.</summary>
    public abstract string Sending { get; }

    public abstract IReadOnlyList<(string Key, string Value)> Settings { get; }

    /// <summary>What must never stand in the log.</summary>
    public abstract IReadOnlyList<string> Secrets { get; }

    /// <summary>How long after his last word a citizen may be written to.</summary>
    public abstract TimeSpan Window { get; }

    /// <summary>How long the channel is left alone after it said that there are too many messages.</summary>
    public virtual TimeSpan RateWait => TimeSpan.FromSeconds(30);

    /// <summary>What is answered to a signed body that cannot be read: a channel whose signature needs something of the body cannot tell that it was signed.</summary>
    public virtual int Unreadable => 400;

    /// <summary>An error by which the server says that it has not taken this message, and might take it later.</summary>
    public abstract Fault NotTaken { get; }

    /// <summary>The kinds of messages that are not text, each with the sentence that answers it.</summary>
    public abstract IReadOnlyDictionary<string, string> Kinds { get; }

    public static Task<PushChannel> StartAsync(string name, Hosting.ManualTime time) => All[name](time);

    /// <summary>A citizen's id, longer than a double is exact.</summary>
    public abstract string User(int number = 1);

    public abstract Webhook Text(string user, string text, string? id = null);

    /// <summary>A text from so long ago.</summary>
    public abstract Webhook OldText(string user, string text, TimeSpan age);

    /// <summary>A text with all ids as numbers.</summary>
    public abstract Webhook NumericIds(string user, string text);

    /// <summary>The citizen opens the conversation without a word.</summary>
    public abstract Webhook Joined(string user);

    public abstract Webhook Attached(string user, string kind);

    /// <summary>An event that nobody knows.</summary>
    public abstract Webhook Unknown(string user);

    /// <summary>Two texts with an event between them that nobody knows: in one call where the channel does that.</summary>
    public abstract IReadOnlyList<Webhook> AroundUnknown(string user, string before, string after);

    /// <summary>Any bytes, signed.</summary>
    public abstract Webhook Raw(byte[] body);

    /// <summary>Calls for which the server's signature is not there or another, by what is wrong.</summary>
    public abstract IReadOnlyDictionary<string, Webhook> Forged(string user, string text);

    /// <summary>The buttons of a message that say something: what stands on them, and what the channel keeps in them.</summary>
    public abstract IReadOnlyList<(string Title, string Payload)> Buttons(TakenMessage message);

    /// <summary>What comes when a button is pressed.</summary>
    public abstract Webhook Press(string user, (string Title, string Payload) button);

    /// <summary>The server sees that the citizen did something: his window is open and he has blocked nobody.</summary>
    public abstract void Acted(string user);

    public abstract void CloseWindow(string user);

    public abstract void Block(string user);

    public virtual ValueTask DisposeAsync() => server.DisposeAsync();
}
