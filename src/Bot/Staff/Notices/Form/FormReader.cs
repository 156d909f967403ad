namespace Bot.Staff.Notices.Form;

/// <summary>Reads the file of a notice as the fields of a form.</summary>
public static class FormReader
{
    internal const string Questions = "questions";

    /// <summary>The form; null where the file holds what the form could not show: then it is edited as a whole.</summary>
    public static NoticeForm? Read(string text)
    {
        if (NoticeText.Read(text) is not { } parts || HeadValues.Read(parts.HeadLines) is not { } head) return null;
        // Else a key would be written a second time in place of the first.
        if (!parts.Head.Select(block => block.Key).Where(key => key.Length > 0).SequenceEqual(head.Keys)) return null;
        var (effective, source) = (head.Map("effective", "from", "to", "note"), head.Map("source", "name", "url", "seen"));
        var form = new NoticeForm
        {
            Title = head.Text("title"),
            Kind = head.Text("kind"),
            Document = head.Text("document"),
            Number = head.Text("number"),
            Issuer = head.Text("issuer"),
            Issued = head.Text("issued"),
            From = effective.Text("from"),
            To = effective.Text("to"),
            Note = effective.Text("note"),
            Status = head.Text("status"),
            Audience = head.Text("audience"),
            SupersededBy = head.Lines("superseded-by"),
            SourceName = source.Text("name"),
            SourceUrl = source.Text("url"),
            SourceSeen = source.Text("seen"),
            Reviewed = head.Text("reviewed"),
            Code = head.Text("code"),
            Recipients = head.Lines("recipients"),
            Signer = head.Lines("signer"),
            Facts = Pairs(head.Map("facts"), (facts, label) => facts.Text(label)),
            Amounts = Pairs(head.Map("amounts"), Amount),
        };
        var questions = head.Map(Questions);
        var asked = questions.Keys.ToDictionary(id => id, id => string.Join('\n', questions.Questions(id)));
        foreach (var section in parts.Sections)
        {
            if (HeadingLine.Read(section.Line) is not { } heading) return null;
            // Of two sections with one id the first has the questions, as the assistant reads it.
            asked.Remove(heading.Id, out var asks);
            form.Sections.Add(new SectionForm
            {
                Heading = heading.Heading,
                Id = heading.Id,
                Audience = heading.Audience,
                IsSilent = !heading.IsStated,
                Now = heading.Now,
                Text = section.Texts.Vietnamese,
                English = section.Texts.English,
                Questions = asks ?? "",
            });
        }
        return head.IsOdd || form.Facts is null || form.Amounts is null ? null : form;
    }

    private static string Amount(HeadValues amounts, string section)
    {
        var paid = amounts.Map(section, "code", "each");
        return $"{paid.Text("code")} {paid.Text("each")}";
    }

    private static string? Pairs(HeadValues map, Func<HeadValues, string, string> value)
    {
        var labels = map.Keys.ToList();
        return labels.Exists(label => label.Length == 0 || label.Trim() != label || label.Contains(':', StringComparison.Ordinal))
            ? null : string.Join('\n', labels.Select(label => $"{label}: {value(map, label)}".TrimEnd()));
    }
}
