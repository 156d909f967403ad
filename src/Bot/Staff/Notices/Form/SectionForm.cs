namespace Bot.Staff.Notices.Form;

/// <summary>A section as the fields of a form.</summary>
public sealed class SectionForm
{
    public string? Heading { get; set; }

    /// <summary>The fragment of its address; empty: made of the heading.</summary>
    public string? Id { get; set; }

    /// <summary>Whom it speaks to; empty: whom the notice speaks to.</summary>
    public string? Audience { get; set; }

    /// <summary>Whether it records that the notice does not say something.</summary>
    public bool IsSilent { get; set; }

    /// <summary>The section in force that says what holds today, "notice#section"; empty: none.</summary>
    public string? Now { get; set; }

    /// <summary>The text as markdown.</summary>
    public string? Text { get; set; }

    /// <summary>The same in English.</summary>
    public string? English { get; set; }

    /// <summary>The example questions, a line each: "câu hỏi => chữ phải có; chữ phải có".</summary>
    public string? Questions { get; set; }
}
