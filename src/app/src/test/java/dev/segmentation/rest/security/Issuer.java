package dev.segmentation.rest.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a field that takes the issuer of tokens. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Issuer {}
