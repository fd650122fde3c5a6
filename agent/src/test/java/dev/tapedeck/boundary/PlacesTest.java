package dev.tapedeck.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the build has written down of the doors is what the boundaries declare. */
class PlacesTest {

  private static final Secrets SECRETS = new Secrets(null);

  @ParameterizedTest
  @ValueSource(ints = {17, 25})
  void everyDoorStandsWhereItIsDeclared(int feature) {
    Places places = Places.of(feature);
    Doors doors = new Doors(places, SECRETS);
    for (Wrap wrap : declared()) {
      if (feature < wrap.since() || feature > wrap.until()) {
        continue;
      }
      Place place = place(places, wrap);
      assertThat(place.presence()).isEqualTo(wrap.presence());
      assertThat(doors.at(place.number()).getClass())
          .as(wrap.toString())
          .isIn(wrap.door().getClass(), OneOf.class);
    }
  }

  @Test
  void thereIsNoPlaceThatNobodyDeclares() {
    Set<String> declared = new HashSet<>();
    Set<Place> written = new HashSet<>();
    Places places = Places.of(25);
    for (Wrap wrap : declared()) {
      declared.add(wrap.owner() + wrap.name() + wrap.descriptor());
      written.addAll(places.in(wrap.owner()));
    }
    written.addAll(places.natives());
    assertThat(written)
        .allMatch(place -> declared.contains(place.owner() + place.name() + place.descriptor()));
    assertThat(written.stream().map(Place::number)).doesNotHaveDuplicates();
  }

  @Test
  void whatTwoBoundariesDeclareInOnePlaceIsOneDoorOfBoth() {
    Places places = Places.of(17);
    Doors doors = new Doors(places, SECRETS);
    List<Place> both = places.in("java/io/FileInputStream");
    assertThat(both).anyMatch(place -> doors.at(place.number()) instanceof OneOf);
  }

  @Test
  void ownersAreKnownByTheirInternalNamesAndByThoseThatProgramsSee() {
    Places places = Places.of(17);
    assertThat(places.isOwner("java/io/File")).isTrue();
    assertThat(places.isOwner("java.io.File")).isTrue();
    assertThat(places.isOwner("java/io/Fil")).isFalse();
    assertThat(places.isOwner("java/io/Writer")).isFalse();
    assertThat(places.in("java/io/Writer")).isEmpty();
  }

  private static List<Wrap> declared() {
    List<Wrap> declared = new ArrayList<>();
    for (int boundary = 0; boundary < Boundaries.COUNT; boundary++) {
      declared.addAll(Boundaries.wraps(boundary, SECRETS));
    }
    return declared;
  }

  private static Place place(Places places, Wrap wrap) {
    boolean isNative = wrap.presence() == Wrap.Presence.NATIVE;
    return (isNative ? places.natives() : places.in(wrap.owner()))
        .stream()
            .filter(place ->
                place.name().equals(wrap.name()) && place.descriptor().equals(wrap.descriptor()))
            .findAny()
            .orElseThrow(() -> new AssertionError(wrap + " is not written down"));
  }
}
