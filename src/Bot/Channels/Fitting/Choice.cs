using System.Collections.Immutable;
using System.Text;
using Bot.Protocol;

namespace Bot.Channels.Fitting;

/// <summary>A button that says something when it is pressed.</summary>
public sealed record Choice(string Title, string Says)
{
    private const char Ellipsis = '…';

    /// <summary>The buttons that a channel can show of a reply's.</summary>
    /// <param name="list">All titles in full, a numbered line each, for the text; empty where every button could be shown as it is.</param>
    public static ImmutableArray<Choice> Of(IReadOnlyList<CardAction> actions, Shape shape, out string list)
    {
        list = "";
        if (actions.Count == 0) return [];
        var whole = ImmutableArray.CreateBuilder<Choice>(actions.Count);
        var fits = actions.Count <= shape.MostButtons;
        foreach (var action in actions)
        {
            var choice = new Choice(action.Title.Normalize(), action.Value);
            fits &= choice.Title.Length <= shape.ButtonTitle && choice.Says.Length <= shape.ButtonText;
            whole.Add(choice);
        }
        if (fits) return whole.MoveToImmutable();
        list = Listed(whole);
        return Numbered(whole, shape);
    }

    private static string Listed(IReadOnlyList<Choice> choices)
    {
        var list = new StringBuilder();
        for (var i = 0; i < choices.Count; i++) list.Append(i == 0 ? "" : "\n").Append(i + 1).Append(". ").Append(choices[i].Title);
        return list.ToString();
    }

    private static ImmutableArray<Choice> Numbered(IReadOnlyList<Choice> choices, Shape shape)
    {
        var numbered = ImmutableArray.CreateBuilder<Choice>();
        for (var i = 0; i < choices.Count && numbered.Count < shape.MostButtons; i++)
        {
            if (choices[i].Says.Length > shape.ButtonText) continue;
            var title = Short($"{i + 1}. ", choices[i].Title, shape.ButtonTitle);
            // Its number is never cut, so that no two of them look the same; where there is no room for it, the list has to do.
            if (title.Length > 0) numbered.Add(choices[i] with { Title = title });
        }
        return numbered.ToImmutable();
    }

    private static string Short(string number, string title, int length)
    {
        var whole = number + title;
        if (whole.Length <= length) return whole;
        if (length < number.Length) return "";
        var room = length - 1;
        var end = whole.LastIndexOf(' ', room);
        if (end < number.Length) end = Seam.Within(whole, room);
        return whole.AsSpan(0, end).TrimEnd(" ,;:–-").ToString() + Ellipsis;
    }
}
