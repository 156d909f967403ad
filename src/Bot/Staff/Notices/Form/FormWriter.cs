using System.Collections.Immutable;

namespace Bot.Staff.Notices.Form;

/// <summary>Writes a form into the file of a notice: what the form does not change stays as it was written, to the letter.</summary>
public static class FormWriter
{
    // In the order in which a file has them.
    private static readonly ImmutableArray<(string Key, Func<NoticeForm, string> Yaml)> Keys =
    [
        ("title", form => YamlText.Scalar(form.Title)),
        ("kind", form => YamlText.Scalar(form.Kind)),
        ("document", form => YamlText.Scalar(form.Document)),
        ("number", form => YamlText.Quoted(form.Number)),
        ("issuer", form => YamlText.Scalar(form.Issuer)),
        ("issued", form => YamlText.Scalar(form.Issued)),
        ("effective", form => YamlText.Map(
            [("from", YamlText.Scalar(form.From)), ("to", YamlText.Scalar(form.To)), ("note", YamlText.Scalar(form.Note))])),
        ("status", form => YamlText.Scalar(form.Status)),
        ("audience", form => YamlText.Scalar(form.Audience)),
        ("superseded-by", form => YamlText.List(FormLines.Of(form.SupersededBy?.Replace(',', '\n')))),
        ("source", form => YamlText.Map(
            [("name", YamlText.Quoted(form.SourceName)), ("url", YamlText.Quoted(form.SourceUrl)), ("seen", YamlText.Scalar(form.SourceSeen))])),
        ("reviewed", form => YamlText.Scalar(form.Reviewed)),
        ("code", form => YamlText.Quoted(form.Code)),
        ("recipients", form => YamlText.List(FormLines.Of(form.Recipients))),
        ("signer", form => YamlText.List(FormLines.Of(form.Signer))),
        ("facts", form => YamlText.Map(FormLines.Pairs(form.Facts).Select(fact => (fact.Label, YamlText.Value(fact.Value))))),
        ("amounts", form => YamlText.Map(FormLines.Pairs(form.Amounts).Select(paid => (paid.Label, Amount(paid.Value))))),
    ];

    /// <summary>The file with the form in it.</summary>
    /// <param name="form">The form; sections without an id are given one.</param>
    /// <param name="onto">The file that the form was read from, or another one that can be read as a form.</param>
    public static string Write(NoticeForm form, string onto)
    {
        var was = FormReader.Read(onto);
        var parts = was is null ? new NoticeText([], "", []) : NoticeText.Read(onto)!;
        SectionWriting.GiveIds(form.Sections);
        var head = parts.Head.ToList();
        foreach (var (key, yaml) in Keys)
        {
            var now = yaml(form);
            if (was is null || now != yaml(was)) Set(head, key, $"{key}: {now}\n");
        }
        if (QuestionWriting.Write(form, was, head) is { } questions) Set(head, FormReader.Questions, questions);
        return new NoticeText([.. head], parts.Opening, SectionWriting.Write(form.Sections, parts.Sections)).ToString();
    }

    private static void Set(List<KeyBlock> head, string key, string lines)
    {
        var at = head.FindIndex(block => block.Key == key);
        if (at >= 0)
        {
            head[at] = new KeyBlock(key, lines + head[at].Comments);
            return;
        }
        var later = Keys.Select(k => k.Key).Append(FormReader.Questions).SkipWhile(k => k != key).ToHashSet();
        at = head.FindIndex(block => later.Contains(block.Key));
        head.Insert(at < 0 ? head.Count : at, new KeyBlock(key, lines));
    }

    // "CV 20000": the code may hold blanks, what it costs does not.
    private static string Amount(string value)
    {
        var end = value.LastIndexOf(' ');
        return YamlText.Map([("code", YamlText.Scalar(end < 0 ? value : value[..end])), ("each", YamlText.Scalar(end < 0 ? "" : value[(end + 1)..]))]);
    }
}
