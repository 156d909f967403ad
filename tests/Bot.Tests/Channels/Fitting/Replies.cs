using System.Text.Json;
using Bot.Channels.Fitting;
using Bot.Protocol;

namespace Bot.Tests.Channels.Fitting;

/// <summary>Replies as the log holds them, for the tests.</summary>
internal static class Replies
{
    public static FittingWords Words { get; } = new("Xem tiếp: https://vi-du.vn/hoi", "Xem nguồn");

    public static Activity Of(string markdown, IEnumerable<Choice>? buttons = null, IEnumerable<Link>? sources = null) => new()
    {
        Type = "message",
        TextFormat = "markdown",
        Text = markdown,
        SuggestedActions = buttons is null || !buttons.Any() ? null : new SuggestedActions([.. buttons.Select(b => new CardAction("imBack", b.Title, b.Says))]),
        Entities = sources is null || !sources.Any() ? null : Citing(sources),
    };

    private static JsonElement Citing(IEnumerable<Link> sources) => JsonSerializer.SerializeToElement(new[]
    {
        new { type = "https://schema.org/Message", citation = sources.Select(s => new { appearance = new { name = s.Title, url = s.Url } }) },
    });

    /// <summary>What a piece is, to be compared and read: its text, then its buttons.</summary>
    public static string Shown(Piece piece) =>
        string.Join('\n', [piece.Text, .. piece.Choices.Select(c => $"[{c.Title} | {c.Says}]"), .. piece.Links.Select(l => $"({l.Title} | {l.Url})")]);
}
