namespace Bot.Staff.Notices.Form;

/// <summary>A notice as the fields of a form; what it does not show stays in the file as it is.</summary>
public sealed class NoticeForm
{
    public string? Title { get; set; }

    /// <summary>The kind, which the folder tells.</summary>
    public string? Kind { get; set; }

    public string? Document { get; set; }

    public string? Number { get; set; }

    public string? Issuer { get; set; }

    public string? Issued { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Note { get; set; }

    public string? Status { get; set; }

    public string? Audience { get; set; }

    /// <summary>The notices that replace it, an id a line.</summary>
    public string? SupersededBy { get; set; }

    public string? SourceName { get; set; }

    public string? SourceUrl { get; set; }

    public string? SourceSeen { get; set; }

    public string? Reviewed { get; set; }

    public string? Code { get; set; }

    /// <summary>Whom the document was sent to, one a line.</summary>
    public string? Recipients { get; set; }

    /// <summary>Who signed it: office and name, a line each.</summary>
    public string? Signer { get; set; }

    /// <summary>Facts, "label: value" a line.</summary>
    public string? Facts { get; set; }

    /// <summary>What codes of messages cost, "section: CODE 20000" a line.</summary>
    public string? Amounts { get; set; }

    public List<SectionForm> Sections { get; set; } = [];
}
