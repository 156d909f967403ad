using Bot.Channels.Fitting;
using Bot.Conversations;
using Bot.Protocol;
using Bot.Storage.Activities;

namespace Bot.Delivery;

/// <summary>A channel whose server takes our replies: the extension point of every channel but those whose clients read the log themselves.</summary>
public interface IPushChannel
{
    /// <summary>Its name in the store.</summary>
    string Name { get; }

    /// <summary>What it can show.</summary>
    Shape Shape { get; }

    /// <summary>How long after the citizen's last word it may be written to; null: always.</summary>
    TimeSpan? Window { get; }

    /// <summary>Sends one message, once; never throws for what the channel's server does.</summary>
    /// <param name="reply">The whole reply that the message is a part of.</param>
    Task<Sending> SendAsync(Citizen citizen, Piece piece, Activity reply, CancellationToken stopping);

    /// <summary>Whether it has a template with which a change of a dossier may be told after its window has closed.</summary>
    bool HasChangeTemplate => false;

    /// <summary>Tells a change by that template, once; never throws for what the channel's server does.</summary>
    Task<Sending> SendChangeAsync(Citizen citizen, ChangeNotice change, CancellationToken stopping) => throw new NotSupportedException();

    /// <summary>Shows the citizen that an answer is on its way, where the channel can; whether that comes about does not matter.</summary>
    Task SignalAsync(Citizen citizen, CancellationToken stopping) => Task.CompletedTask;
}
