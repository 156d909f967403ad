namespace Knowledge.Notices;

/// <summary>The authority whose assistant this is: replacing content/ replaces it.</summary>
public sealed record Agency
{
    /// <summary>The file it is read from.</summary>
    public const string File = "agency.yaml";

    /// <summary>The full name, as documents write it.</summary>
    public required string Name { get; init; }

    /// <summary>The place in short, for example the province's name.</summary>
    public required string Place { get; init; }

    /// <summary>What the assistant calls itself.</summary>
    public required string Assistant { get; init; }

    /// <summary>The number to call when no notice answers.</summary>
    public required string Hotline { get; init; }

    /// <summary>The words that always go with the number: from when it is.</summary>
    public required string HotlineDated { get; init; }

    /// <summary>The same in English.</summary>
    public required string HotlineDatedEnglish { get; init; }

    public required string Address { get; init; }

    public required string Portal { get; init; }

    /// <summary>What the agency's dossier codes begin with, for examples shown to citizens.</summary>
    public required string DossierCodePrefix { get; init; }

    /// <summary>The placeholders that sentences may hold: {agency}, {hotline} ….</summary>
    public IEnumerable<(string Name, string Value)> Placeholders =>
    [
        ("agency", Name), ("place", Place), ("assistant", Assistant), ("hotline", Hotline), ("hotline-dated", HotlineDated), ("hotline-dated-en", HotlineDatedEnglish),
        ("address", Address), ("portal", Portal), ("dossier-code-prefix", DossierCodePrefix),
    ];

    /// <summary>Reads agency.yaml; null with faults when something is missing.</summary>
    public static Agency? Read(ContentFile file, ICollection<Fault> faults)
    {
        var before = faults.Count;
        if (FrontMatter.Read(file.Path, 1, file.Text, faults) is not { } map) return null;
        var agency = new Agency
        {
            Name = map.Text("name"),
            Place = map.Text("place"),
            Assistant = map.Text("assistant"),
            Hotline = map.Text("hotline"),
            HotlineDated = map.Text("hotline-dated"),
            HotlineDatedEnglish = map.Text("hotline-dated-en"),
            Address = map.Text("address"),
            Portal = map.Text("portal"),
            DossierCodePrefix = map.Text("dossier-code-prefix"),
        };
        map.ReportUnknownKeys();
        return faults.Count == before ? agency : null;
    }
}
