using System.Globalization;

namespace Bot.Staff.Notices.Form;

/// <summary>What the buttons of the editor do to the sections: "add", "up:2", "remove:2", counted from 0.</summary>
public static class SectionMoves
{
    private const string Up = "up";
    private const string Remove = "remove";

    public const string Add = "add";

    public static void Do(List<SectionForm> sections, string? wish)
    {
        if (wish == Add) sections.Add(new SectionForm());
        else if (Read(wish) is (var what, var at) && at < sections.Count)
        {
            var section = sections[at];
            sections.RemoveAt(at);
            if (what == Up) sections.Insert(Math.Max(at - 1, 0), section);
        }
    }

    /// <summary>The section to look at afterwards; null where nothing was done.</summary>
    public static int? Place(string? wish, int sections) =>
        wish == Add ? Math.Max(sections - 1, 0) : Read(wish) is (_, var at) ? Math.Max(at - 1, 0) : null;

    private static (string What, int At)? Read(string? wish) =>
        wish?.Split(':') is [(Up or Remove) and var what, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? (what, at) : null;
}
