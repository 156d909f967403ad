using Knowledge.Analysis;
using Knowledge.Indexing;

namespace Knowledge.Searching;

/// <summary>Reads a passage word by word for what a question asks: how often each word, pair and set of synonyms stands in it, and how near one another. Reused; one at a time on a thread.</summary>
internal sealed class PassageReading
{
    private const int Window = 8;
    private const byte WordOfMark = 0x7F;

    private readonly float[] frequencies = new float[Asked.MostWords];
    private readonly float[] exactFrequencies = new float[Asked.MostWords];
    private readonly float[] conceptFrequencies = new float[Asked.MostWords];
    private readonly float[] headingFrequencies = new float[Asked.MostWords];
    // The asked words found last, for as far back as a pair may reach.
    private readonly int[] recentWords = new int[Window];
    private readonly int[] recentPositions = new int[Window];
    // What a word, a word as written, a pair in a row and a pair that is near are worth in the end, before saturation.
    private readonly float[] wordWorths = new float[Asked.MostWords];
    private readonly float[] exactWorths = new float[Asked.MostWords];
    private float[] pairWorths = [];
    private float[] nearWorths = [];
    private float[] together = [];
    private int[] nearest = [];
    // For each two asked words one more than the number of their pair, below zero where the first is to stand right behind the second.
    private int[] pairOf = [];
    // Of the question's own words how much each says of what it is about, and whether the passage read holds it.
    private float[] meanings = [];
    private float[] covered = [];
    private Asked asked = null!;
    private PassageIndex index = null!;
    private AnalyzedQuestion main = null!;
    private float meaning;
    private float length;
    private int position;

    /// <summary>Makes ready for one question's passages.</summary>
    public void Begin(Asked question, PassageIndex of, AnalyzedQuestion asks)
    {
        (asked, index, main, position) = (question, of, asks, 0);
        recentPositions.AsSpan().Fill(-2 * Window);
        var (words, pairs, p) = (asked.Words.Count, asked.Pairs.Count, index.Parameters);
        if (nearest.Length < pairs) (together, nearest, pairWorths, nearWorths) = (new float[2 * pairs], new int[2 * pairs], new float[2 * pairs], new float[2 * pairs]);
        if (covered.Length < asked.Places.Count) (covered, meanings) = (new float[2 * asked.Places.Count], new float[2 * asked.Places.Count]);
        if (pairOf.Length < words * words) pairOf = new int[words * words];
        pairOf.AsSpan(0, words * words).Clear();
        for (var i = 0; i < words; i++)
        {
            var word = asked.Words[i];
            wordWorths[i] = word.Weight * p.FoldedWord * word.Rarity;
            exactWorths[i] = word.Weight * p.ExactWord * word.ExactRarity;
        }
        for (var i = 0; i < pairs; i++)
        {
            var pair = asked.Pairs[i];
            pairWorths[i] = pair.Weight * p.Pair * pair.Rarity;
            nearWorths[i] = pair.Weight * p.Nearness * pair.NearRarity;
            pairOf[pair.First * words + pair.Second] = i + 1;
        }
        // Of a word that is asked twice, what stands right behind counts before what merely stands near.
        for (var i = 0; i < pairs; i++)
        {
            ref var behind = ref pairOf[asked.Pairs[i].Second * words + asked.Pairs[i].First];
            if (asked.Pairs[i].IsNext) behind = ~i;
            else if (behind == 0) behind = i + 1;
        }
        Meaning.Weigh(main.Text, index, meanings);
        meaning = 0;
        foreach (var weight in meanings.AsSpan(0, asked.Places.Count)) meaning += weight;
    }

    /// <summary>Reads a passage, without one of its parts if so asked.</summary>
    public void Read(int passage, int omitted = -1)
    {
        frequencies.AsSpan(0, asked.Words.Count).Clear();
        exactFrequencies.AsSpan(0, asked.Words.Count).Clear();
        conceptFrequencies.AsSpan(0, asked.DifferentConcepts).Clear();
        headingFrequencies.AsSpan(0, asked.DifferentConcepts).Clear();
        together.AsSpan(0, asked.Pairs.Count).Clear();
        nearest.AsSpan(0, asked.Pairs.Count).Fill(int.MaxValue);
        var parts = index.Words.Parts(passage);
        length = index.LengthOf(passage);
        for (var part = parts.Start.Value; part < parts.End.Value; part++)
        {
            if (part - parts.Start.Value == omitted)
            {
                length -= index.Words.Words(part).Length * index.Words.Weight(part);
                continue;
            }
            ReadWords(part);
            if (asked.DifferentConcepts > 0) ReadConcepts(part);
        }
    }

    /// <summary>What stands in the passage read, and how often.</summary>
    public Frequencies Found() => new([.. frequencies], [.. exactFrequencies], [.. together], [.. conceptFrequencies]);

    /// <summary>What the passage read is worth.</summary>
    public float Score()
    {
        var p = index.Parameters;
        var norm = index.Norm(length);
        var (score, near) = (0f, 0f);
        for (var i = 0; i < asked.Words.Count; i++)
        {
            if (frequencies[i] <= 0) continue;
            score += wordWorths[i] * Saturated(frequencies[i]);
            if (exactFrequencies[i] > 0) score += exactWorths[i] * Saturated(exactFrequencies[i]);
        }
        for (var i = 0; i < asked.Pairs.Count; i++)
        {
            if (nearest[i] > Window) continue;
            near += nearWorths[i] / nearest[i];
            if (together[i] > 0) score += pairWorths[i] * Saturated(together[i]);
        }
        score = score * (p.K1 + 1) + near;
        foreach (var concept in asked.Concepts)
        {
            if (concept.Weight <= 0) continue;
            if (headingFrequencies[concept.Place] is > 0 and var heading) score += (p.K1 + 1) * concept.Weight * p.HeadingConcept * concept.HeadingRarity * Saturated(heading);
            if (!concept.IsSlot || conceptFrequencies[concept.Place] is not (> 0 and var frequency)) continue;
            // The words of a slot add up; the set that they name replaces the sum where it is worth more.
            var words = 0f;
            for (var i = concept.First; i < concept.First + concept.Length; i++)
                if (asked.Places[i] is >= 0 and var place && frequencies[place] > 0)
                    words += wordWorths[place] * Saturated(frequencies[place]);
            score += (p.K1 + 1) * MathF.Max(0, concept.Weight * p.Concept * concept.Rarity * Saturated(frequency) - words);
        }
        return score;

        float Saturated(float frequency) => frequency / (frequency + norm);
    }

    /// <summary>How much of the question's meaning the passage read holds: each word is held by itself or by a set of synonyms that it names.</summary>
    public Hit Judge(int passage, float score)
    {
        if (meaning <= 0) return new Hit(passage, score, 0, true);
        var tokens = main.Text.Tokens;
        for (var i = 0; i < asked.Places.Count; i++)
        {
            var place = asked.Places[i];
            // A word with diacritics that a passage holds only with others, or without, is a weaker sign.
            covered[i] = place < 0 || frequencies[place] <= 0 ? 0 : !tokens[i].IsMarked || exactFrequencies[place] > 0 ? 1 : index.Parameters.OtherDiacritics;
        }
        var holdsRoles = true;
        foreach (var concept in asked.Concepts)
        {
            if (!concept.IsOfQuestion) continue;
            if (conceptFrequencies[concept.Place] > 0) covered.AsSpan(concept.First, concept.Length).Fill(1);
            else if (index.Analyzer.IsRole(concept.Concept)) holdsRoles = false;
        }
        var held = 0f;
        for (var i = 0; i < asked.Places.Count; i++) held += covered[i] * meanings[i];
        return new Hit(passage, score, held / meaning, holdsRoles);
    }

    private void ReadWords(int part)
    {
        var marks = asked.Marks;
        var weight = index.Words.Weight(part);
        var (words, newest) = (asked.Words.Count, 0);
        // Words of two parts are never near one another.
        var at = position += Window;
        foreach (var word in index.Words.Words(part))
        {
            at++;
            var mark = marks[word];
            if (mark == 0) continue;
            var found = (mark & WordOfMark) - 1;
            frequencies[found] += weight;
            if (mark > WordOfMark) exactFrequencies[found] += weight;
            for (var back = 0; back < Window; back++)
            {
                var recent = newest - back & Window - 1;
                var distance = at - recentPositions[recent];
                if (distance > Window) break;
                var pair = pairOf[found * words + recentWords[recent]];
                if (pair == 0) continue;
                var isBehind = pair < 0;
                pair = isBehind ? ~pair : pair - 1;
                if (distance < nearest[pair]) nearest[pair] = distance;
                if (isBehind && distance == 1) together[pair] += weight;
            }
            newest = newest + 1 & Window - 1;
            (recentWords[newest], recentPositions[newest]) = (found, at);
        }
        position = at;
    }

    private void ReadConcepts(int part)
    {
        var marks = asked.ConceptMarks;
        var weight = index.Words.Weight(part);
        foreach (var named in index.Words.Concepts(part))
        {
            var concept = Math.Max(named, ~named);
            if (concept >= marks.Length || marks[concept] == 0) continue;
            conceptFrequencies[marks[concept] - 1] += weight;
            if (named < 0) headingFrequencies[marks[concept] - 1] += weight;
        }
    }

    /// <summary>How often words, words as written, pairs and sets of synonyms stand in a passage, in the order of what was asked.</summary>
    public readonly record struct Frequencies(float[] Words, float[] Exact, float[] Pairs, float[] Concepts);
}
