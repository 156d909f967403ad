namespace Bot.Channels.Fitting;

/// <summary>What a channel can show of a reply; lengths are counted in UTF-16 units after NFC.</summary>
public sealed record Shape
{
    /// <summary>The most characters of one message.</summary>
    public required int TextLength { get; init; }

    /// <summary>The most buttons of one message that say something; none where the channel has no such buttons.</summary>
    public required int MostButtons { get; init; }

    /// <summary>The most characters of a button's title, a link's too.</summary>
    public required int ButtonTitle { get; init; }

    /// <summary>The most characters of what pressing a button says.</summary>
    public required int ButtonText { get; init; }

    /// <summary>Whether markdown is shown as it is meant.</summary>
    public bool ShowsMarkdown { get; init; }

    /// <summary>The most buttons of one message that open a web page.</summary>
    public int LinkButtons { get; init; }

    /// <summary>The most characters of a text that has buttons which open a page.</summary>
    public int LinkButtonText { get; init; } = int.MaxValue;

    /// <summary>The most buttons of both kinds together, where they share the room below a message.</summary>
    public int MostTogether { get; init; } = int.MaxValue;

    /// <summary>The most messages that one reply may become.</summary>
    public int MostPieces { get; init; } = 3;
}
